/** WeChat draws the bar itself. */
export function NavBar(_: { readonly title: string; readonly back: boolean }) {
  return null;
}
