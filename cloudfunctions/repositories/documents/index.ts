/**
 * What is stored. One interface a collection; `sealed…` fields hold envelopes of vault/envelope.ts, `…Key` fields keyed digests.
 * Times are UTC milliseconds, days YYYY-MM-DD in Asia/Shanghai. Every document that is compared before it is written
 * carries `version`.
 */
export type * from './places';
export type * from './activities';
export type * from './answers';
export type * from './trail';
export type * from './callers';
export type * from './files';
export type * from './settings';
export type * from './work';
export type * from './groups';
export type * from './links';
export type * from './tactics';
export type * from './volunteers';
export type * from './contents';
export type * from './services';
export type * from './notices';
export type * from './wishes';
export type * from './issues';
export type * from './gifts';
