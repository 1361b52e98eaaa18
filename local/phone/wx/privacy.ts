// Privacy interfaces are blocked until the person agrees; one that the package does not declare is an error.
import { phone } from '../runtime/phone';
import { askDialog } from './popups';
import type { InterfaceGroup, OptionInterface } from './interfaces';

const PRIVATE = [
  'setClipboardData',
  'getClipboardData',
  'chooseMedia',
  'chooseMessageFile',
  'saveImageToPhotosAlbum',
];
const PRIVATE_BUTTONS = ['getPhoneNumber', 'chooseAvatar'];

type Resolve = (answer: { event: string; buttonId?: string }) => void;
type NeedListener = (resolve: Resolve, event: { referrer: string }) => void;

let needListener: NeedListener | undefined;

function key(): string {
  return `phone:privacy:${phone().openid}`;
}

function hasAgreed(): boolean {
  return localStorage.getItem(key()) !== null;
}

export function agree(): void {
  localStorage.setItem(key(), '1');
}

/** Passes when the person has agreed, asks when not, fails when the package hides the use. */
export async function needConsent(name: string): Promise<void> {
  const declared = phone().bundle.privacy;
  if (declared === undefined) return;
  if (!declared.includes(name)) throw new Error(`privacy interface ${name} is not in privacy-manifest.json`);
  if (hasAgreed()) return;
  const isAgreed = needListener === undefined ? await askByPlatform() : await askByPage(needListener, name);
  if (!isAgreed) throw new Error('privacy permission is not authorized');
  agree();
}

function askByPage(listener: NeedListener, name: string): Promise<boolean> {
  return new Promise((resolve) => {
    listener(
      ({ event }) => {
        if (event !== 'exposureAuthorization') resolve(event === 'agree');
      },
      { referrer: name },
    );
  });
}

async function askByPlatform(): Promise<boolean> {
  const { index } = await askDialog({
    title: '隐私保护指引',
    content: '使用前请阅读并同意隐私保护指引',
    buttons: [{ label: '拒绝' }, { label: '同意', isPrimary: true }],
  });
  return index === 1;
}

export function guardPrivate(group: InterfaceGroup): InterfaceGroup {
  const guarded = Object.entries(group.options ?? {}).map(([name, run]): [string, OptionInterface] => [
    name,
    PRIVATE.includes(name)
      ? async (options) => {
          await needConsent(name);
          return run(options);
        }
      : run,
  ]);
  return { ...group, options: Object.fromEntries(guarded) };
}

export function isPrivateButton(openType: string): boolean {
  return PRIVATE_BUTTONS.includes(openType);
}

export const privacy: InterfaceGroup = {
  options: {
    getPrivacySetting: () => ({
      needAuthorization: phone().bundle.privacy !== undefined && !hasAgreed(),
      privacyContractName: '《用户隐私保护指引》',
    }),
    async requirePrivacyAuthorize() {
      if (hasAgreed() || phone().bundle.privacy === undefined) return;
      if (!(await askByPlatform())) throw new Error('privacy permission is not authorized');
      agree();
    },
    async openPrivacyContract() {
      await askDialog({
        title: '用户隐私保护指引',
        content: '（由微信显示）',
        buttons: [{ label: '知道了', isPrimary: true }],
      });
    },
  },
  plain: {
    onNeedPrivacyAuthorization: (listener: NeedListener) => {
      needListener = listener;
    },
  },
};
