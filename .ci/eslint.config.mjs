import js from '@eslint/js';
import globals from 'globals';

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2023, sourceType: 'module', globals: globals.browser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      curly: 'error',
      eqeqeq: 'error',
      'max-len': ['error', { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true }],
      'no-restricted-globals': ['error', { name: 'XMLHttpRequest', message: 'Use request() of /js/lib/http.js.' }],
      'no-restricted-properties': [
        'error',
        { object: 'document', property: 'createElement', message: 'Use element() of /js/lib/dom.js.' },
        { object: 'document', property: 'cookie', message: 'Use cookie() of /js/lib/http.js.' },
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML'].map((property) => ({
          property,
          message: 'Texts are set as text, never as HTML.'
        }))
      ],
      'no-shadow': 'error',
      'no-unused-vars': 'error',
      'no-use-before-define': ['error', { functions: false, variables: false }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error'
    }
  },
  { files: ['**/static/js/lib/dom.js', '**/static/js/lib/http.js'], rules: { 'no-restricted-properties': 'off' } },
  // Listens to what Camunda's apps themselves send
  {
    files: ['**/camunda/lib/closed.js', '**/camunda/lib/session.js'],
    rules: { 'no-restricted-globals': 'off' }
  },
  {
    files: ['src/test/js/**'],
    languageOptions: { globals: globals.node },
    rules: { 'no-restricted-properties': 'off' }
  }
];
