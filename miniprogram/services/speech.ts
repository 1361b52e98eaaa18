/**
 * The speech port: recorded voice where a deployment has it, as files of its own storage. Where a text has none, or the phone
 * cannot play, no button is shown (D52). One voice speaks at a time.
 */
type Player = WechatMiniprogram.InnerAudioContext;

let player: Player | undefined;

export function canSpeak(voice: string | undefined): voice is string {
  return voice !== undefined && voice !== '' && wx.canIUse('createInnerAudioContext');
}

/** Speaks; `onEnd` is called when it is over, or could not be played. */
export function speak(voice: string, onEnd: () => void): void {
  hush();
  const context = wx.createInnerAudioContext();
  player = context;
  context.src = voice;
  context.onEnded(onEnd);
  context.onError(onEnd);
  context.play();
}

export function hush(): void {
  player?.stop();
  player?.destroy();
  player = undefined;
}
