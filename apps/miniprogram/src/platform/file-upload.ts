/** One file on its way. */
export interface FileUpload {
  /** Path of the endpoint, without origin. */
  readonly path: string;
  readonly filePath: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly fields: Readonly<Record<string, string>>;
  /** Percent, as the phone reports it. */
  readonly onProgress: (percent: number) => void;
}
