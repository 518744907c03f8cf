import './own-words.css';

/** What somebody wrote in their own words, as it came. */
export const OwnWords = ({ children }: { readonly children: string }) => (
  <blockquote className="story">
    <small>自己说的</small>
    {children}
  </blockquote>
);
