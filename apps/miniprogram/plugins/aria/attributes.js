// Every component this app uses, and every aria attribute WeChat reads on it.
// Taro's templates drop attributes they do not know; index.js extends the template, runtime.js the run time, with this same table.
const ARIA = {};
for (const name of [
  'role',
  'label',
  'labelledby',
  'describedby',
  'hidden',
  'checked',
  'selected',
  'expanded',
  'disabled',
  'live',
  'atomic',
  'current',
  'modal',
  'required',
  'invalid',
  'valuenow',
  'valuemin',
  'valuemax',
  'valuetext',
  'level',
]) {
  ARIA[`aria-${name}`] = '';
}
const components = {};
for (const name of ['View', 'Text', 'Image', 'Button', 'Input', 'Textarea', 'Picker', 'ScrollView', 'Form', 'Label']) {
  components[name] = { ...ARIA };
}
module.exports = components;
