/** Where in a course somebody is. */
export function lessonWords(place: number, total: number): string {
  return `第 ${place} 节，共 ${total} 节`;
}
