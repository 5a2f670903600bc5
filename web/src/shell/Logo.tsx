/** The product's mark: a desk bell. Takes the colour of its surroundings. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="8" fill="currentColor" />
      <path d="M7.5 20.5a8.5 8.5 0 0 1 17 0z" fill="#fff" />
      <rect x="6" y="22" width="20" height="2.6" rx="1.3" fill="#fff" />
      <circle cx="16" cy="9.6" r="1.9" fill="#fff" />
    </svg>
  );
}
