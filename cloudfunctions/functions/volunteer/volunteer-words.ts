/** Why somebody's word does not count here, and where a message about it leads. */
export const OWN_WORDS = {
  decide: '这是您自己或您家的事，请另一位同事来办',
  enter: '自己的时长不能自己记，请另一位同事来记',
  agree: '自己的时长，或者您记的，要另一位同事来同意',
} as const;

export const VOLUNTEER_PAGE = '/packages/life/pages/volunteer/volunteer';
