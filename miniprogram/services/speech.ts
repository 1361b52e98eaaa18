/**
 * The speech port: recorded voice where a deployment has it, as files of its own storage. Where a text has none, or the phone
 * cannot play, no button is shown (D52). One voice speaks at a time.
 */
type Player = WechatMiniprogram.InnerAudioContext;

let player: Player | undefined;
let over: (() => void) | undefined;

export function canSpeak(voice: string | undefined): voice is string {
  return voice !== undefined && voice !== '' && wx.canIUse('createInnerAudioContext');
}

/** Speaks; `onEnd` is called when it is over. `isHeard` is false where it could not be played: the recording is missing. */
export function speak(voice: string, onEnd: (isHeard: boolean) => void): void {
  hush();
  const context = wx.createInnerAudioContext();
  const end = (isHeard: boolean): void => {
    over = undefined;
    onEnd(isHeard);
  };
  player = context;
  over = () => end(true);
  context.src = voice;
  context.onEnded(over);
  context.onError(() => end(false));
  context.play();
}

/** Something else is touched, or comes to the screen: who speaks falls silent and is told that it is over. */
export function interrupt(): void {
  const end = over;
  hush();
  end?.();
}

/** For a page that goes: nobody is told any more. */
export function hush(): void {
  player?.stop();
  player?.destroy();
  player = undefined;
  over = undefined;
}
