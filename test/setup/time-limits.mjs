// The runner of bare Node waits for ever: here a test and a hook that say no time of their own have one, as elsewhere.
const PATIENCE_MS = 60_000;

/** What `body` answers, or a failure when it has not answered in time. It takes no callback: a test answers by its promise. */
function limited(body, milliseconds = PATIENCE_MS) {
  if (body === undefined) return undefined;
  return async (...row) => {
    let timer;
    const late = new Promise((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`not done after ${milliseconds} ms`)), milliseconds);
    });
    try {
      return await Promise.race([body(...row), late]);
    } finally {
      clearTimeout(timer);
    }
  };
}

const { it } = globalThis;
const test = (name, body, milliseconds) => it(name, limited(body, milliseconds));
test.each = (table) => (name, body, milliseconds) => it.each(table)(name, limited(body, milliseconds));
globalThis.it = globalThis.test = test;
for (const name of ['beforeAll', 'beforeEach', 'afterEach', 'afterAll']) {
  const register = globalThis[name];
  globalThis[name] = (body, milliseconds) => register(limited(body, milliseconds));
}
