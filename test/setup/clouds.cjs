// One local cloud for each worker of a run, started when a test first asks for it: functions stay warm from file to file.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const FOLDER = 'WANJIA_TEST_CLOUDS';

/** Names the folder in which the clouds of this run say where they are, and the process that they must not outlive. */
function setUp() {
  if (process.env[FOLDER] !== undefined) return;
  process.env[FOLDER] = fs.mkdtempSync(path.join(os.tmpdir(), 'wanjia-clouds-'));
  process.env.WANJIA_TEST_RUN = String(process.pid);
}

/** Ends the clouds of this run. */
function tearDown() {
  const folder = process.env[FOLDER];
  if (folder === undefined || !fs.existsSync(folder)) return;
  for (const name of fs.readdirSync(folder).filter((one) => one.endsWith('.json'))) {
    const { pid } = JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
    try {
      process.kill(pid, 'SIGTERM');
    } catch (error) {
      // It has ended by itself: its run was thought dead.
      if (error.code !== 'ESRCH') throw error;
    }
  }
  fs.rmSync(folder, { recursive: true, force: true });
}

module.exports = { setUp, tearDown };
