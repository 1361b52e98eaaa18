/** Words of saying that something others wrote is wrong; what it is called there stands with the page. */
export const REPORT_WORDS = {
  what: '哪里有问题？没人知道是谁说的',
  back: '先不说',
  done: '记下了，社区会看',
  first: '登记了自己家，才能在这里说，也可以打社区电话',
} as const;
