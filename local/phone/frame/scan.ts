// The camera of the imitated phone: paste a code, or choose a door of the street.
import { find, make } from '../runtime/engine';

interface Code {
  label: string;
  scene: string;
  page?: string;
}

let waiting: { resolve: (code: string) => void; reject: (error: Error) => void } | undefined;
const ready: string[] = [];

/** Hands a code to the camera: to the scan that waits, else to the next one. */
export function scan(code: string): void {
  if (waiting === undefined) {
    ready.push(code);
    return;
  }
  waiting.resolve(code);
  close();
}

function close(): void {
  waiting = undefined;
  document.querySelector('.wxp-scanner')?.remove();
}

/** Codes of the seeded street, where the server has some. */
async function listCodes(): Promise<Code[]> {
  const response = await fetch('/codes').catch(() => undefined);
  if (response?.ok !== true || !(response.headers.get('content-type') ?? '').includes('json')) return [];
  return (await response.json()) as Code[];
}

/** A box to paste a code or choose one; the choice goes to `onCode`. */
export async function codeChooser(onCode: (code: Code) => void): Promise<HTMLElement> {
  const input = make('input', 'wxp-scan-text') as HTMLInputElement;
  input.placeholder = '粘贴码的内容';
  const button = make('button', 'wxp-scan-go', '扫这个码');
  button.addEventListener('click', () => {
    onCode({ label: input.value, scene: input.value });
  });
  const codes = await listCodes();
  const list = codes.map((code) => {
    const item = make('button', 'wxp-scan-code', code.label);
    item.addEventListener('click', () => {
      onCode(code);
    });
    return item;
  });
  return make('div', 'wxp-scan-box', [input, button, make('div', 'wxp-scan-list', list)]);
}

/** Opens the camera of the app; answers what was scanned, rejects when the person gives up. */
export async function openScanner(): Promise<string> {
  const next = ready.shift();
  if (next !== undefined) return next;
  const cancel = make('button', 'wxp-scan-cancel', '取消');
  const answer = new Promise<string>((resolve, reject) => {
    waiting = { resolve, reject };
  });
  cancel.addEventListener('click', () => {
    waiting?.reject(new Error('cancel'));
    close();
  });
  const chooser = await codeChooser(({ scene }) => {
    scan(scene);
  });
  const element = make('div', 'wxp-scanner', [make('div', 'wxp-scan-title', '扫一扫'), chooser, cancel]);
  element.setAttribute('role', 'dialog');
  // A code may have come while the list was loading.
  if (waiting !== undefined) find('.wxp-over').append(element);
  return answer;
}
