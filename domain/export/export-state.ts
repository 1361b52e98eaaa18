/** 一个小区一张表 · 一户一档 · 一房一档. */
export const EXPORT_KINDS = ['compoundTable', 'householdCard', 'doorCard'] as const;
export type ExportKind = (typeof EXPORT_KINDS)[number];

/** requested 待同意 → approved 已同意, being made → ready 可下载 → gone 已失效; refused 不同意; failed after five tries. */
export const EXPORT_STATES = ['requested', 'refused', 'approved', 'ready', 'gone', 'failed'] as const;
export type ExportState = (typeof EXPORT_STATES)[number];
