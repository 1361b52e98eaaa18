/**
 * The bar of a staff workspace, at the foot of each of its first pages; it keeps its own room at the end of the page.
 * Properties: items BarItem[] (2–5): { key, label, icon, badge? } with icon a name in icons.wxss, badge a short text;
 *   current (key), large (大字).
 * Event: `go` { key } for another item than the current one. The page answers with redirectTo inside its own package.
 */
interface BarItem {
  key: string;
  label: string;
  icon: string;
  badge?: string;
}

interface ShownItem extends BarItem {
  isCurrent: boolean;
  spoken: string;
}

Component({
  properties: {
    items: { type: Array, value: [] },
    current: { type: String, value: '' },
    large: { type: Boolean, value: false },
  },
  data: { shown: [] as ShownItem[] },
  observers: {
    'items, current': function (items: BarItem[], current: string) {
      this.setData({
        shown: items.map((item) => ({
          ...item,
          isCurrent: item.key === current,
          spoken: item.badge === undefined || item.badge === '' ? item.label : `${item.label}，${item.badge}`,
        })),
      });
    },
  },
  methods: {
    onGo(event: WechatMiniprogram.CustomEvent<object, object, { key: string }>) {
      const { key } = event.currentTarget.dataset;
      if (key !== this.data.current) this.triggerEvent('go', { key });
    },
  },
});
