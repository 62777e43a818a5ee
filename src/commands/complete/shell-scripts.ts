import type { Shell } from './shells.ts';

/*
 * What each shell runs when Tab is pressed. The words typed so far are handed over as they are, one argument a word:
 * nothing of an unfinished line is evaluated. Answers are lines of `value<Tab>description`; one with a colon at its start
 * is for programs that know the library's directives, and is left out.
 */

/** A name such as anthropic:default is several words to bash, so these are put together again first. */
const bash = `# bash completion for clawdial: source <(clawdial complete bash)
_clawdial() {
  local words=() word glue='' last current prefix value i
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    last=$((\${#words[@]} - 1))
    if [[ $word == : || $word == = ]] && ((last >= 0)); then words[last]+=$word glue=1
    elif [[ $glue ]]; then words[last]+=$word glue=''
    else words+=("$word"); fi
  done
  last=$((\${#words[@]} - 1))
  current=\${words[last]}
  prefix=''
  [[ $COMP_WORDBREAKS == *:* ]] && prefix=\${current%"\${current##*:}"}
  COMPREPLY=()
  while IFS=$'\\t' read -r value _; do
    [[ $value == :* || -z $value ]] || COMPREPLY+=("\${value#"$prefix"}")
  done < <(command clawdial complete -- "\${words[@]}" 2>/dev/null)
}
complete -o default -F _clawdial clawdial
`;

const zsh = `#compdef clawdial
# zsh completion for clawdial: source <(clawdial complete zsh), or a file _clawdial on the fpath
_clawdial() {
  local line value about
  local -a answers
  for line in "\${(@f)$(command clawdial complete -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -z $line || $line == :* ]] && continue
    value=\${line%%$'\\t'*}
    about=\${line#*$'\\t'}
    answers+=("\${value//:/\\\\:}\${about:+:$about}")
  done
  if (( $#answers )); then _describe clawdial answers; else _files; fi
}
if [[ $funcstack[1] == _clawdial ]]; then _clawdial "$@"; else compdef _clawdial clawdial; fi
`;

const fish = `# fish completion for clawdial: clawdial complete fish | source
function __clawdial_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -e words[1]
  command clawdial complete -- $words "$current" 2>/dev/null | string match -rv '^:'
end
complete -c clawdial -f -a '(__clawdial_complete)'
complete -c clawdial -l config -r -F
complete -c clawdial -l state-dir -r -F
complete -c clawdial -l output -r -F
`;

const powershell = `# PowerShell completion for clawdial: clawdial complete powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName clawdial -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  # The words up to the cursor, as they would be handed over: without their quotes.
  $words = @($commandAst.CommandElements | Select-Object -Skip 1 | Where-Object { $_.Extent.StartOffset -lt $cursorPosition } | ForEach-Object {
    if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.Extent.Text }
  })
  if ($wordToComplete -eq '') {
    # Before 7.3 an empty argument would be lost on the way.
    if ($PSVersionTable.PSVersion -lt [version]'7.3') { $words += '""' } else { $words += '' }
  }
  # npm's own start script for PowerShell would keep bare dashes for itself; quoted ones are handed on.
  clawdial complete '--' @words 2>$null | Where-Object { $_ -and -not $_.StartsWith(':') } | ForEach-Object {
    $value, $about = $_ -split "\`t", 2
    if (-not $about) { $about = $value }
    [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $about)
  }
}
`;

/** The script that a person's shell loads. */
export const shellScripts: Readonly<Record<Shell, string>> = { bash, zsh, fish, powershell };
