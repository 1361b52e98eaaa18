/** Who stands behind an answer, the most trusted first: what a household says of itself outranks what others say of it. */
export const VALUE_SOURCES = ['resident', 'verified', 'worker', 'buildingHead', 'file'] as const;
export type ValueSource = (typeof VALUE_SOURCES)[number];
