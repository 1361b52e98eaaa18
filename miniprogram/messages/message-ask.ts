/** Words of the question whether WeChat may bring the next message; each page says why in its own. */
export const MESSAGE_ASK_WORDS = {
  yes: '告诉我一声',
  allowed: '好，下一条在微信里也会有',
} as const;
