/**
 * One line that shows all it says: no controls, no ends of lines, nothing unseen that turns or hides what stands beside it. The
 * two joiners are part of how Persian, Hindi and others are written, and of emoji.
 */
export const isOneLine = (text: string): boolean =>
  /^(?:[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|[\u200c\u200d])*$/u.test(text)
