// The runner of bare Node, with an answer for each worker that asks. The runner as it comes answers the first worker that asks for
// its settings by telling all of them, and whoever is still starting up hears nothing, asks later and waits for ever.
import LightRunner from 'jest-light-runner/child-process';

const QUESTION = 'jest-light-runner-get-worker-data';
const ANSWER = 'jest-light-runner-worker-data';

/** Between the pool and the one worker that a task is given to. */
function channelFor(workerData) {
  let tell;
  return {
    onMessage: (listener) => (tell = listener),
    postMessage(message) {
      if (message === QUESTION) tell({ type: ANSWER, workerData });
    },
  };
}

/** Of each project its pool, and how a file is given to it. */
class Pools extends Map {
  constructor(globalConfig) {
    super();
    this.globalConfig = globalConfig;
  }

  set(projectConfig, { pool }) {
    const workerData = { globalConfig: this.globalConfig, projectConfig, runtime: 'child_process' };
    const run = ({ path }) => pool.run(path, { channel: channelFor(workerData) });
    return super.set(projectConfig, { pool, run });
  }
}

export default class AnsweringRunner extends LightRunner {
  constructor(globalConfig, ...rest) {
    super(globalConfig, ...rest);
    if (this._runtime === 'child_process') this._testRunners = new Pools(globalConfig);
  }
}
