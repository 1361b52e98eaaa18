declare module '@wxml/parser' {
  export interface WxmlAttribute {
    key: string;
    /** Text between the quotes; null for an attribute without a value. */
    value: string | null;
    start: number;
  }
  export interface WxmlNode {
    type: string;
    name?: string;
    value?: string;
    start: number;
    children?: WxmlNode[];
    startTag?: { attributes: WxmlAttribute[] };
  }
  export function parse(text: string): { body: WxmlNode[]; errors: { rawType?: string; value?: string }[] };
}
