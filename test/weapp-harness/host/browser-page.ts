import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Browser, chromium } from 'playwright-core';
import { BASE_STYLES } from '../base-styles.ts';

const RUNTIME = path.join(path.dirname(fileURLToPath(import.meta.url)), '../runtime/index.ts');
let bundled: Promise<string> | undefined;

/** The page that stands for WeChat: a bar on top, the pages, and what WeChat lays above them. */
export async function harnessHtml(): Promise<string> {
  bundled ??= build({
    entryPoints: [RUNTIME],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  }).then((result) => result.outputFiles[0]?.text.replace(/<\/script/g, '<\\/script') ?? '');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><style>${BASE_STYLES}</style></head><body>
<div id="weapp-nav"><button aria-label="返回" hidden>‹</button><span></span></div><div id="weapp-pages"></div><div id="weapp-overlay"></div>
<script>${await bundled}</script></body></html>`;
}

/** Debian's Chromium, or the one that CHROMIUM names. The flags keep it from calling out. */
export function launchChromium(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  });
}
