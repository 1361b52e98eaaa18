/** After one thing is done, the next thing of the seat, else its workspace, else 我的. */
import type { Session } from '../../services/session';
import { workspaceOf } from '../../services/workspace';

export function goOn(session: Session): void {
  const { workspaceUrl } = workspaceOf(session);
  if (workspaceUrl === '') void wx.switchTab({ url: '/pages/my/my' });
  else void wx.reLaunch({ url: workspaceUrl });
}
