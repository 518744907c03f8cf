import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

// One folder of one-colour SVG files becomes mask classes (WXSS has no inline svg) and the type of their names.
const src = path.resolve(import.meta.dirname, '..', 'src');
const folder = path.join(src, 'assets', 'icons');
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.svg'))
  .map((file) => file.slice(0, -4))
  .sort();

/** A data URI that needs as few escapes as CSS allows. */
function dataUri(svg: string): string {
  const small = svg.trim().replace(/\s+/g, ' ').replace(/> </g, '><').replace(/"/g, "'");
  return `data:image/svg+xml,${small.replace(/[<>#%{}]/g, (c) => encodeURIComponent(c))}`;
}

const rules = names.map((name) => {
  const svg = readFileSync(path.join(folder, `${name}.svg`), 'utf8');
  const colours = new Set([...svg.matchAll(/(?:fill|stroke)="(?!none)([^"]+)"/g)].map((m) => m[1]));
  if (colours.size !== 1 || !colours.has('#000')) throw new Error(`${name}.svg：只能用一种颜色 #000`);
  if (!/viewBox="0 0 (24 24|48 48)"/.test(svg)) throw new Error(`${name}.svg：要画在 24 或 48 的格子里`);
  return `.icon-${name} {\n  -webkit-mask-image: url("${dataUri(svg)}");\n}`;
});

// The few drawings keep their colours: background images instead of masks.
const drawings = path.join(src, 'assets', 'drawings');
const pictures = readdirSync(drawings)
  .filter((file) => file.endsWith('.svg'))
  .sort()
  .map(
    (file) => `.drawing-${file.slice(0, -4)} {\n  background-image: url("${dataUri(readFileSync(path.join(drawings, file), 'utf8'))}");\n}`,
  );
writeFileSync(
  path.join(src, 'styles', 'drawings.gen.scss'),
  `// Machine-written by scripts/icons.ts from src/assets/drawings.\n${pictures.join('\n')}\n`,
);

writeFileSync(
  path.join(src, 'styles', 'icons.gen.scss'),
  `// Machine-written by scripts/icons.ts from src/assets/icons.\n${rules.join('\n')}\n`,
);
writeFileSync(
  path.join(src, 'components', 'icon-name.gen.ts'),
  `// Machine-written by scripts/icons.ts from src/assets/icons.\nexport type IconName =\n${names.map((n) => `  | '${n}'`).join('\n')};\n`,
);
console.log(`${names.length} 个图标`);
