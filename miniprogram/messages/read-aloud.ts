/** A question of the form that a recorded voice reads. The voice speaks Chinese, and so does its button. */
export const READ_ALOUD_WORDS = {
  listen: '念给我听',
  stop: '先不念了',
} as const;
