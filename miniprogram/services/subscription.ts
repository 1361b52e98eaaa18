/** One tap grants one message. Asked right after success, with its reason in words. */
export type Grant = 'accepted' | 'refused';

export async function askForMessages(templates: readonly string[]): Promise<Grant> {
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds: [...templates],
      success: (answer) => {
        const words: Record<string, unknown> = { ...answer };
        resolve(templates.some((template) => words[template] === 'accept') ? 'accepted' : 'refused');
      },
      fail: () => {
        resolve('refused');
      },
    });
  });
}
