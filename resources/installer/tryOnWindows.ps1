<#
  Tries the installers on a computer that has no Plumbline: installs silently, looks at what Windows has of it, upgrades, refuses to go
  back, uninstalls, and looks at what is left. Needs administrator's rights. Every check is said in a line; the exit code is the number
  that failed. Run by the workflow on Windows; by hand:

    pwsh resources/installer/tryOnWindows.ps1 -Msi dist\installers\Plumbline-0.1.0.msi -Next dist\next\Plumbline-0.1.1.msi
#>
param(
  [Parameter(Mandatory)] [string] $Msi,
  # A later version, for the upgrade.
  [Parameter(Mandatory)] [string] $Next,
  [string] $Evaluation = '',
  [string] $Logs = 'installer-logs'
)
$ErrorActionPreference = 'Stop'
$script:failed = 0
$script:passed = 0
New-Item -ItemType Directory -Force $Logs | Out-Null

$folder = "$env:ProgramFiles\Plumbline"
$data = "$env:ProgramData\Plumbline"
$setup = 'HKLM:\SOFTWARE\Plumbline\Setup'
$run = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Run'
$eventSource = 'HKLM:\SYSTEM\CurrentControlSet\Services\EventLog\Application\Plumbline'
$serviceSid = 'S-1-5-80-3930306449-316127079-3622558675-1124883734-3264819801'

function Check([string] $what, $actual, $expected = $true) {
  if ("$actual" -eq "$expected") { $script:passed += 1; Write-Host "ok      $what" }
  else { $script:failed += 1; Write-Host "FAILED  $what`: '$actual' instead of '$expected'" }
}

# Runs msiexec silently. Out: its exit code; 3010 (restart needed) counts as 0.
function Install([string] $name, [string[]] $words) {
  $log = Join-Path $Logs "$name.log"
  $process = Start-Process msiexec.exe -ArgumentList ($words + @('/qn', '/norestart', '/l*v', "`"$log`"")) -Wait -PassThru
  if ($process.ExitCode -eq 3010) { return 0 }
  return $process.ExitCode
}

function Value([string] $key, [string] $name) {
  return (Get-ItemProperty -Path $key -Name $name -ErrorAction SilentlyContinue).$name
}

function Products {
  $key = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*'
  return @(Get-ItemProperty $key -ErrorAction SilentlyContinue | Where-Object { $_.DisplayName -eq 'Plumbline' })
}

function Service { return Get-CimInstance Win32_Service -Filter "Name='Plumbline'" }

# Windows says the owner and the group in its own order; the entries are what counts.
function CheckData([string] $when) {
  $acl = Get-Acl $data
  Check "$when`: Administrators own the data folder" ($acl.GetOwner([System.Security.Principal.SecurityIdentifier])) 'S-1-5-32-544'
  Check "$when`: nothing is inherited by the data folder" $acl.AreAccessRulesProtected
  $rules = $acl.GetAccessRules($true, $true, [System.Security.Principal.SecurityIdentifier]) |
    ForEach-Object { "$($_.IdentityReference)=$([int]$_.FileSystemRights)" } | Sort-Object
  $expected = @("S-1-5-18=2032127", "S-1-5-32-544=2032127", "$serviceSid=1245631") | Sort-Object
  Check "$when`: only SYSTEM, Administrators and the service have the data folder" ($rules -join ' ') ($expected -join ' ')
}

function CheckService([string] $when) {
  $service = Service
  Check "$when`: the service is there under its own account" $service.StartName 'NT SERVICE\Plumbline'
  Check "$when`: the path of the service is quoted" $service.PathName.StartsWith('"')
  Check "$when`: the service starts by itself, after the others" ((sc.exe qc Plumbline) -match 'DELAYED').Count 1
  Check "$when`: at a shutdown Windows waits for the service" (Value 'HKLM:\SYSTEM\CurrentControlSet\Services\Plumbline' 'PreshutdownTimeout') 150000
  $deadline = (Get-Date).AddSeconds(60)
  while ((Get-Service Plumbline).Status -ne 'Running' -and (Get-Date) -lt $deadline) { Start-Sleep -Milliseconds 500 }
  Check "$when`: the service runs" (Get-Service Plumbline).Status 'Running'
}

Write-Host '== Installation'
Check 'a value that does not exist is refused' (Install 'refused' @('/i', "`"$Msi`"", 'UNATTENDED=yes')) 1603
$given = @('SERVER="SAGESRV\SAGE100CON"', 'DATABASE="Sample Company"', 'STARTATLOGIN=1', 'UNATTENDED=1', 'OPERATORS=S-1-5-32-547', 'WRITINGMODE=readOnly')
Check 'the MSI installs silently' (Install 'install' (@('/i', "`"$Msi`"") + $given)) 0
Check 'one product is registered' (Products).Count 1
Check 'the server is in the registry' (Value $setup 'Server') 'SAGESRV\SAGE100CON'
Check 'the database is in the registry' (Value $setup 'Database') 'Sample Company'
Check 'the operators are in the registry' (Value $setup 'Operators') 'S-1-5-32-547'
Check 'the way of writing is a policy' (Value 'HKLM:\SOFTWARE\Policies\Plumbline' 'writing.mode') 'readOnly'
Check 'Plumbline starts at login, hidden' (Value $run 'Plumbline') "`"$folder\Plumbline.exe`" --background"
Check 'the event source is there' (Test-Path $eventSource)
CheckService 'installed'
CheckData 'installed'
$writers = (Get-Acl $folder).Access | Where-Object {
  "$($_.IdentityReference)" -match 'Users|Everyone|Authenticated' -and "$($_.FileSystemRights)" -match 'Write|Modify|FullControl'
}
Check 'users cannot write into the program folder' @($writers).Count 0

Write-Host '== The application'
& "$folder\plumbline-cli.exe" help | Out-Host
Check 'the command line answers' $LASTEXITCODE 0
$application = Start-Process "$folder\Plumbline.exe" -ArgumentList '--home', "`"$env:TEMP\plumbline-try`"" -PassThru
Start-Sleep -Seconds 15
Check 'the application still runs after 15 seconds' (-not $application.HasExited)
$application.CloseMainWindow() | Out-Null
Start-Sleep -Seconds 5
if (-not $application.HasExited) { Stop-Process -Id $application.Id -Force }

Write-Host '== Policy'
$policies = 'HKLM:\SOFTWARE\Policies\Plumbline'
[Console]::OutputEncoding = [Text.Encoding]::UTF8
New-ItemProperty -Path $policies -Name 'schedule.pushMinutes' -Value 12 -PropertyType DWord -Force | Out-Null
New-ItemProperty -Path $policies -Name 'timeZone' -Value "Amerika/$([char]0x0160)umava" -PropertyType String -Force | Out-Null
# Of a data folder of its own, which has the sample company; what the self-checks find besides is no matter here.
$said = & "$folder\plumbline-cli.exe" doctor --json --home "$env:TEMP\plumbline-policy" 2> "$Logs\doctor.txt" | Out-String
Set-Content -Path "$Logs\doctor.json" -Value $said -Encoding utf8
$policy = @(($said | ConvertFrom-Json).checks | Where-Object { $_.id -eq 'policy' })[0]
Check 'the policy in the registry is read, and its wrong value is named' $policy.result 'fail'
Check 'the wrong value is told with its letters' $policy.sentence.Contains("timeZone is ""Amerika/$([char]0x0160)umava""")
Remove-ItemProperty -Path $policies -Name 'timeZone'
$said = & "$folder\plumbline-cli.exe" doctor --json --home "$env:TEMP\plumbline-policy" 2>> "$Logs\doctor.txt" | Out-String
$policy = @(($said | ConvertFrom-Json).checks | Where-Object { $_.id -eq 'policy' })[0]
Check 'the policy is in order without it' $policy.result 'ok'
Check 'both of its settings count' $policy.sentence 'The policy in the registry under HKLM\SOFTWARE\Policies\Plumbline sets 2 settings.'
Remove-ItemProperty -Path $policies -Name 'schedule.pushMinutes'

Write-Host '== A stranger''s file'
Stop-Service Plumbline
Set-Content -Path "$data\stranger.txt" -Value 'planted'
icacls "$data\stranger.txt" /setowner '*S-1-5-32-545' | Out-Null
Start-Service Plumbline -ErrorAction SilentlyContinue
Start-Sleep -Seconds 5
Check 'the service does not run on a stranger''s file' (Get-Service Plumbline).Status 'Stopped'
$told = Get-WinEvent -FilterHashtable @{ LogName = 'Application'; ProviderName = 'Plumbline'; Id = 904 } -MaxEvents 1 -ErrorAction SilentlyContinue
Check 'the event log names it' "$($told.Message)".Contains('stranger.txt')
Remove-Item "$data\stranger.txt"
Start-Service Plumbline

Write-Host '== Upgrade'
Set-Content -Path "$data\kept.txt" -Value 'kept'
icacls "$data\kept.txt" /setowner '*S-1-5-32-544' | Out-Null
Check 'the next version installs over it without a property' (Install 'upgrade' @('/i', "`"$Next`"")) 0
Check 'one product is registered still' (Products).Count 1
Check 'the server was remembered' (Value $setup 'Server') 'SAGESRV\SAGE100CON'
Check 'the start at login was remembered' (Value $run 'Plumbline') "`"$folder\Plumbline.exe`" --background"
Check 'the data is still there' (Get-Content "$data\kept.txt") 'kept'
CheckService 'upgraded'
CheckData 'upgraded'
Check 'an older version is refused' (Install 'downgrade' @('/i', "`"$Msi`"")) 1603
Check 'what is given wins over what was remembered' (Install 'repair' @('/i', "`"$Next`"", 'REINSTALL=ALL', 'SERVER=OTHER')) 0
Check 'the other server is in the registry' (Value $setup 'Server') 'OTHER'

Write-Host '== Removal'
Check 'it uninstalls silently' (Install 'uninstall' @('/x', "`"$Next`"")) 0
Check 'no product is registered' (Products).Count 0
Check 'the program folder is gone' (Test-Path $folder) $false
Check 'the service is gone' (@(Service).Where({ $_ }).Count) 0
Check 'the start at login is gone' ($null -eq (Value $run 'Plumbline'))
Check 'what the installer remembered is gone' (Test-Path $setup) $false
Check 'the policy of the installer is gone' ($null -eq (Value 'HKLM:\SOFTWARE\Policies\Plumbline' 'writing.mode'))
Check 'the event source is gone' (Test-Path $eventSource) $false
Check 'the data is left' (Get-Content "$data\kept.txt") 'kept'

Write-Host '== Without any property'
Check 'the MSI installs silently' (Install 'plain' @('/i', "`"$Msi`"")) 0
Check 'there is no service' (@(Service).Where({ $_ }).Count) 0
Check 'nothing starts at login' ($null -eq (Value $run 'Plumbline'))
Check 'it uninstalls silently' (Install 'uninstall-plain' @('/x', "`"$Msi`"")) 0

if ($Evaluation -ne '') {
  Write-Host '== The program for evaluation'
  $own = "$env:LOCALAPPDATA\Programs\plumbline"
  Check 'it installs silently for one user' (Start-Process $Evaluation -ArgumentList '/S' -Wait -PassThru).ExitCode 0
  Check 'its program is in the user''s own folder' (Test-Path "$own\Plumbline.exe")
  $uninstaller = Get-ChildItem "$own\Uninstall*.exe" | Select-Object -First 1
  Check 'it uninstalls silently' (Start-Process $uninstaller.FullName -ArgumentList '/S' -Wait -PassThru).ExitCode 0
}

Write-Host "`n$script:passed passed, $script:failed failed"
exit $script:failed
