/**
 * The only timers of the product. One that a page starts is cleared in its onHide or onUnload; a hidden mini-program
 * must not keep a phone awake.
 */
export interface Timer {
  cancel(): void;
}

export function after(milliseconds: number, run: () => void): Timer {
  const id = setTimeout(run, milliseconds);
  return {
    cancel: () => {
      clearTimeout(id);
    },
  };
}
