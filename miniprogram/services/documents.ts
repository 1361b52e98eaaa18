/** Files that the cloud hands out: fetched, shown by the phone's own viewer with its menu, and let go of again. */
export type Opening = 'opened' | 'notFetched' | 'notShown';

interface RemoteDocument {
  url: string;
  fileName: string;
}

/** The address lives ten minutes and is used once. */
export async function openDocument({ url, fileName }: RemoteDocument): Promise<Opening> {
  const filePath = pathOf(fileName);
  const isFetched = await fetchFile(url, filePath);
  if (!isFetched) return 'notFetched';
  return showFile(filePath);
}

/** Removes the phone's own copy; one that is gone already is as good. */
export function forgetDocument(fileName: string): void {
  wx.getFileSystemManager().unlink({ filePath: pathOf(fileName), fail: () => undefined });
}

function pathOf(fileName: string): string {
  return `${wx.env.USER_DATA_PATH}/${fileName}`;
}

function fetchFile(url: string, filePath: string): Promise<boolean> {
  return new Promise((resolve) => {
    wx.downloadFile({
      url,
      filePath,
      success: ({ statusCode }) => {
        resolve(statusCode === 200);
      },
      fail: () => {
        resolve(false);
      },
    });
  });
}

function showFile(filePath: string): Promise<Opening> {
  const fileType = filePath.endsWith('.pdf') ? 'pdf' : 'xlsx';
  return new Promise((resolve) => {
    wx.openDocument({
      filePath,
      fileType,
      showMenu: true,
      success: () => {
        resolve('opened');
      },
      fail: () => {
        resolve('notShown');
      },
    });
  });
}
