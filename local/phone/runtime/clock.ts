// The phone's clock. It may be another than the machine's, and it may be moved on: what would have come in that time comes now.
const KEPT = 'phone:ahead';

let ahead = 0;
let place = KEPT;

/** Sets the clock to the moment that the address names, if it names one; an app that is started anew finds it going on. */
export function setClock(moment: string | null): void {
  place = `${KEPT}:${moment ?? ''}`;
  const kept = sessionStorage.getItem(place);
  if (kept !== null) ahead = Number(kept);
  else if (moment !== null) ahead = Number(moment) - Date.now();
  sessionStorage.setItem(place, String(ahead));
  const read = Date.now.bind(Date);
  const now = (): number => read() + ahead;
  globalThis.Date = new Proxy(Date, {
    construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given) as object,
    get: (target, name) => (name === 'now' ? now : (Reflect.get(target, name) as unknown)),
  });
}

export function moveClock(milliseconds: number): void {
  ahead += milliseconds;
  sessionStorage.setItem(place, String(ahead));
}
