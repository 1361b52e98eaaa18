// The order of files where no earlier run is remembered, as on a clean clone: those known to be long before the rest, so that the
// last of them does not keep one core waiting for the other. Within each part jest's own order, by what it remembers or by size.
const { default: Sequencer } = require('@jest/test-sequencer');

const LONG =
  /\/(?:input-fuzz|hostile-calls|race|kill|fault-sweep[\w-]*|start|platform|(?:claim|group-share)-rush|j\d+-(?:pages|stairwell|volunteers))\.test\.ts$/;

module.exports = class LongFirst extends Sequencer {
  sort(tests) {
    const ordered = super.sort(tests);
    const isLong = ({ path }) => LONG.test(path);
    return [...ordered.filter(isLong), ...ordered.filter((test) => !isLong(test))];
  }
};
