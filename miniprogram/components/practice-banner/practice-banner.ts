/**
 * The striped band on top of everything that is practice: what happens below it is drawn and counts nowhere.
 * Properties: large (大字). Events: none.
 */
Component({
  properties: {
    large: { type: Boolean, value: false },
  },
});
