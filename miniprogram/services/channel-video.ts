/** A film of the office's WeChat channel. Where the phone cannot open one, no button is shown. */
export interface ChannelVideo {
  readonly channel: string;
  readonly film: string;
}

export function canWatch(video: ChannelVideo | undefined): video is ChannelVideo {
  return video !== undefined && wx.canIUse('openChannelsActivity');
}

export function watch({ channel, film }: ChannelVideo): void {
  // A person who turns back at the channel's door has done nothing wrong: no error is shown.
  wx.openChannelsActivity({ finderUserName: channel, feedId: film, fail: () => undefined });
}
