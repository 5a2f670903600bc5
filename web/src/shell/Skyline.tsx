const windows = [
  [30, 60],
  [30, 84],
  [30, 108],
  [52, 60],
  [52, 84],
  [52, 132],
  [118, 24],
  [118, 48],
  [118, 96],
  [140, 24],
  [140, 72],
  [140, 96],
  [140, 120],
  [162, 48],
  [162, 72],
  [226, 78],
  [226, 102],
  [248, 78],
  [248, 126],
  [270, 102],
  [336, 44],
  [336, 92],
  [358, 44],
  [358, 68],
  [358, 116],
] as const;

/** An estate at dusk, some windows lit; decoration only. */
export function Skyline({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 420 160"
      className={className}
      aria-hidden
      focusable="false"
      preserveAspectRatio="xMidYMax slice"
    >
      <g fill="currentColor" opacity="0.16">
        <path d="M14 160V44h66v116zM102 160V8h88v152zM210 160V62h88v98zM320 160V28h66v132z" />
      </g>
      <g fill="currentColor" opacity="0.5">
        {windows.map(([x, y]) => (
          <rect key={`${x}-${y}`} x={x} y={y} width="10" height="12" rx="1.5" />
        ))}
      </g>
      <path d="M0 159h420" stroke="currentColor" strokeWidth="2" opacity="0.3" />
    </svg>
  );
}
