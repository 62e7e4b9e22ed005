/** Joins class names; tailwind-merge would cost the browser 8 kB for what our few variants do not need. */
export const cx = (...names: (string | false | null | undefined)[]) => names.filter(Boolean).join(' ')
