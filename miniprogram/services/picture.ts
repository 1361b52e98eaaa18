/** Paints a picture on the page's canvas and hands it out as a file of the phone. */
/** What is painted: shapes in pixels. */
export type Shape =
  | { kind: 'box'; x: number; y: number; width: number; height: number; color: string }
  | { kind: 'words'; x: number; y: number; size: number; color: string; words: string; isBold: boolean };

export interface Picture {
  width: number;
  height: number;
  shapes: Shape[];
}

/** The canvas that a page with pictures holds beside what is seen. */
const CANVAS = '#picture';

interface DrawnOn {
  createSelectorQuery(): WechatMiniprogram.SelectorQuery;
}

type Canvas = WechatMiniprogram.Canvas;

/** What of the canvas' own drawing is used. */
interface Brush {
  fillStyle: string;
  font: string;
  fillRect(x: number, y: number, width: number, height: number): void;
  fillText(words: string, x: number, y: number): void;
}

function canvasOf(page: DrawnOn): Promise<Canvas | undefined> {
  return new Promise((resolve) => {
    page
      .createSelectorQuery()
      .select(CANVAS)
      .fields({ node: true })
      .exec((found: ({ node?: Canvas } | null)[]) => {
        resolve(found[0]?.node);
      });
  });
}

function paint(context: Brush, shape: Shape): void {
  context.fillStyle = shape.color;
  if (shape.kind === 'box') context.fillRect(shape.x, shape.y, shape.width, shape.height);
  else {
    context.font = `${shape.isBold ? 'bold ' : ''}${shape.size}px sans-serif`;
    context.fillText(shape.words, shape.x, shape.y);
  }
}

/** The path of the painted file; empty where the phone cannot paint, and the card goes without a picture of its own. */
export async function paintPicture(page: DrawnOn, { width, height, shapes }: Picture): Promise<string> {
  const canvas = await canvasOf(page);
  if (canvas === undefined) return '';
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d') as Brush;
  for (const shape of shapes) paint(context, shape);
  return new Promise((resolve) => {
    wx.canvasToTempFilePath({
      canvas,
      fileType: 'png',
      success: ({ tempFilePath }) => {
        resolve(tempFilePath);
      },
      fail: () => {
        resolve('');
      },
    });
  });
}
