/** Where a page that draws its own top may begin. */
export interface ScreenTop {
  /** px */
  readonly statusBar: number;
  /** Height of the row with WeChat's capsule, px. */
  readonly row: number;
  /** Room the capsule takes at the right, px. */
  readonly capsule: number;
}
