# usage: jpackage\windows-msi.ps1 [JDK-HOME]
# NOT YET RUN. Builds target\jpackage\Recount-VERSION.msi on Windows, with its checksum. Needs WiX. Signed by signtool if
# RECOUNT_WINDOWS_CERTIFICATE is the thumbprint of a certificate in the user's store.
param([string] $Jdk = $env:JAVA_HOME)
$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-Location (Join-Path $PSScriptRoot '..')

if (-not (Test-Path "$Jdk\bin\jlink.exe")) { throw 'Name a JDK 25 as the first argument or in JAVA_HOME.' }
if (-not (Test-Path 'target\recount\lib\recount.jar')) { throw 'Run mvn package first.' }
$built = (Resolve-Path 'target\recount').Path
if (Test-Path 'target\jpackage') { Remove-Item -Recurse 'target\jpackage' }
$out = (New-Item -ItemType Directory 'target\jpackage').FullName
$work = "$out\work"
New-Item -ItemType Directory "$work\jmods", "$work\natives", "$work\app\native" | Out-Null
$version = ([xml](Get-Content pom.xml)).project.version

function Sign($file) {
    if ($env:RECOUNT_WINDOWS_CERTIFICATE) { & signtool sign /sha1 $env:RECOUNT_WINDOWS_CERTIFICATE /fd SHA256 $file }
    else { Write-Output 'not signed: RECOUNT_WINDOWS_CERTIFICATE names no certificate' }
}

# As make_runtime and copy_program of common.sh.
Copy-Item "$built\lib\*.dll" "$work\natives"
foreach ($module in 'base', 'graphics', 'controls') {
    $libraries = if ($module -eq 'graphics') { '--libs', "$work\natives" } else { @() }
    & "$Jdk\bin\jmod.exe" create --class-path (Get-Item "$built\lib\javafx-$module-*-*.jar") @libraries "$work\jmods\javafx.$module.jmod"
}
& "$Jdk\bin\jlink.exe" --module-path "$work\jmods" '@jpackage\jlink.args' --output "$work\runtime"
Copy-Item "$built\lib\*.jar" "$work\app" -Exclude 'javafx-*'
$machine = if ($env:PROCESSOR_ARCHITECTURE -eq 'ARM64') { 'aarch64' } else { 'x86_64' }
Copy-Item "$built\lib\native\$machine\*" "$work\app\native"
& "$Jdk\bin\java.exe" jpackage\RenewClasses.java (Get-Item "$work\app\picocli-*.jar")
& "$Jdk\bin\java.exe" -classpath "$built\lib\*" jpackage\BinaryStyles.java "$work\app\recount.jar"
Copy-Item "$built\bom.json", LICENSE "$work\app"

# A program for windows has no console on this system, and one for the console opens one: so there are two.
$flags = Get-Content "$built\bin\java.args", 'jpackage\runtime.args' | Where-Object { $_ -notmatch '^#' }
$native = '-Dorg.sqlite.lib.path=$APPDIR\native'
$window = $flags + $native + '-XX:AOTCache=$APPDIR\window.aot' | ForEach-Object { '--java-options', $_ }
$console = $flags + $native + '-XX:AOTCache=$APPDIR\commands.aot'
'win-console=true', "java-options=$($console -join ' ' -replace '\\', '\\')" | Set-Content "$work\console.properties"
& "$Jdk\bin\jpackage.exe" '@jpackage\image.args' --type app-image --dest $out --app-version $version --icon assets\recount.ico `
    --runtime-image "$work\runtime" --input "$work\app" @window --add-launcher "recount-console=$work\console.properties"

# As train of common.sh.
$app = "$out\Recount\app"
$classes = (Select-String -Path "$app\Recount.cfg" -Pattern '^app\.classpath=\$APPDIR(.*)').Matches | ForEach-Object { $app + $_.Groups[1].Value }
$program = '-cp', ($classes -join ';'), 'app.recount.Recount'
$java = "$out\Recount\runtime\bin\java.exe"
$profiles = '-XX:+UnlockDiagnosticVMOptions', '-XX:-AOTRecordTraining'
$usual = $flags + "-Dorg.sqlite.lib.path=$app\native"
$env:HOME = "$work\training\home"
$env:CLAUDE_MEM_DATA_DIR = "$work\training"
$env:RECOUNT_HOME = "$work\training\recount"
& $java @usual @program demo "$work\training" | Out-Null
$session = (& $java @usual @program analysis sessions list --tool claude --limit 1 --format json | ConvertFrom-Json)[0].session_id
$run = 'ANALYSIS-{0}-001' -f (Get-Date).ToUniversalTime().Year
(Get-Content jpackage\training.txt) -replace '@session@', $session -replace '@run@', $run |
    & $java @usual '-Drecount.training=commands' @profiles "-XX:AOTCacheOutput=$app\commands.aot" @program | Out-Null
& $java @usual '-Drecount.training=window' @profiles '-Dglass.platform=Headless' '-Dprism.order=sw' "-XX:AOTCacheOutput=$app\window.aot" @program

Sign (Get-Item "$out\Recount\*.exe")
& "$Jdk\bin\jpackage.exe" --type msi --dest $out --name Recount --app-version $version --app-image "$out\Recount" `
    --file-associations jpackage\database.properties --win-menu --win-shortcut-prompt --win-dir-chooser `
    --win-upgrade-uuid 6f1d1a58-3a0e-4a43-9b4e-2f7a5c1be0d4
$package = "$out\Recount-$version.msi"
Sign $package
"$((Get-FileHash $package -Algorithm SHA256).Hash.ToLower())  Recount-$version.msi" | Set-Content "$package.sha256"
Remove-Item -Recurse $work
