// Templates of WeChat's built-in components. "h5-x" is the real element x, everything else becomes <wx-...>.
const SLOT = '<slot/>';

const TEXT_FIELD =
  'aria-label="{{ariaLabel}}" value="{{value}}" placeholder="{{placeholder}}" maxlength="{{maxlength<0?99999:maxlength}}" disabled="{{disabled}}"' +
  ' catch:input="onInput" catch:focus="onFocus" catch:blur="onBlur" catch:change="onNothing"' +
  ' catch:compositionstart="onCompositionStart" catch:compositionend="onCompositionEnd"';

const PICKER = `<slot/>
<h5-div wx:if="{{opened}}" class="wxp-picker" role="dialog" aria-modal="true">
<h5-div class="wxp-mask" catch:tap="cancel"/>
<h5-div class="wxp-sheet"><h5-div class="wxp-sheet-head"><h5-button catch:tap="cancel">取消</h5-button><h5-b>{{headerText}}</h5-b><h5-button catch:tap="confirm">确定</h5-button></h5-div>
<h5-div class="wxp-columns"><h5-div wx:for="{{columns}}" wx:for-index="columnIndex" wx:for-item="column" wx:key="*this" class="wxp-column" role="listbox">
<h5-div wx:for="{{column}}" wx:key="*this" role="option" aria-selected="{{selected[columnIndex]===index?'true':'false'}}" data-column="{{columnIndex}}" data-index="{{index}}" catch:tap="choose">{{item}}</h5-div>
</h5-div></h5-div></h5-div></h5-div>`;

export const BUILTIN_TEMPLATES: Readonly<Record<string, string>> = {
  view: SLOT,
  text: SLOT,
  label: SLOT,
  form: SLOT,
  'radio-group': SLOT,
  'checkbox-group': SLOT,
  navigator: SLOT,
  'root-portal': SLOT,
  'match-media': SLOT,
  'page-meta': SLOT,
  'scroll-view': SLOT,
  'swiper-item': SLOT,
  icon: '',
  button: '<h5-i class="wxp-spin" wx:if="{{loading}}"/><slot/>',
  input: `<h5-input type="{{domType}}" inputmode="{{inputMode}}" bind:keydown="onKey" ${TEXT_FIELD}/>`,
  textarea: `<h5-textarea ${TEXT_FIELD}/>`,
  checkbox: '<h5-i class="wxp-box"/><slot/>',
  radio: '<h5-i class="wxp-box wxp-box-round"/><slot/>',
  switch: '<h5-i class="wxp-knob"/>',
  progress:
    '<h5-div class="wxp-bar" style="width:{{percent}}%;{{barStyle}}"/><h5-span wx:if="{{showInfo}}">{{percent}}%</h5-span>',
  image: '<h5-img alt="" src="{{shownSrc}}" catch:load="onLoad" catch:error="onError"/>',
  canvas: '<h5-canvas/>',
  swiper: '<h5-div class="wxp-track" catch:scroll="onScroll"><slot/></h5-div>',
  picker: PICKER,
};

export const BUILTIN_TAGS = Object.keys(BUILTIN_TEMPLATES);
