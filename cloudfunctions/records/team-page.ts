/** Where a message about a team leads. */
export function teamPage(teamId: string): string {
  return `/packages/team/pages/team/team?id=${teamId}`;
}
