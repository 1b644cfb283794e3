// Reads content security policies as a JSON array from standard input; writes each one's findings as "severity directive: description".
const { readFileSync } = require('node:fs')
const { CspParser } = require('csp_evaluator/dist/parser.js')
const { CspEvaluator } = require('csp_evaluator/dist/evaluator.js')
const { Severity } = require('csp_evaluator/dist/finding.js')

const findings = policy => new CspEvaluator(new CspParser(policy).csp).evaluate().map(f => `${Severity[f.severity]} ${f.directive}: ${f.description}`)
console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(findings)))
