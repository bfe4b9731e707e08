@echo off
rem Starts Recount where it stands: no arguments, or a database, open the window; anything else is the command line.
setlocal EnableExtensions
set "NEEDED=25"
set "JAVA_FOUND="

call :use "%RECOUNT_JAVA%"
if defined RECOUNT_JAVA call :use "%RECOUNT_JAVA%\..\.."
call :use "%JAVA_HOME%"
for %%C in (java.exe) do if not "%%~$PATH:C"=="" call :use "%%~dp$PATH:C.."
for %%R in ("%ProgramFiles%\Java" "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%ProgramFiles%\Amazon Corretto" "%USERPROFILE%\.jdks" "%USERPROFILE%\scoop\apps") do (
    for /d %%H in ("%%~R\*") do call :use "%%~H"
)
if not defined JAVA_FOUND (
    echo recount: no Java %NEEDED% or newer found; install a JDK %NEEDED%, or set RECOUNT_JAVA or JAVA_HOME to one. 1>&2
    exit /b 3
)

set "LIB=%~dp0..\lib"
set "MACHINE=x86_64"
if /i "%PROCESSOR_ARCHITECTURE%"=="ARM64" set "MACHINE=aarch64"
"%JAVA_FOUND%\bin\java.exe" "@%~dp0java.args" "-Dorg.sqlite.lib.path=%LIB%\native\%MACHINE%" -jar "%LIB%\recount.jar" %*
exit /b %ERRORLEVEL%

rem Keeps the first Java home that is new enough; its version stands in the file "release".
:use
if defined JAVA_FOUND exit /b 0
if "%~1"=="" exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "tokens=2 delims==." %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
    set "MAJOR=%%~V"
    call :keep "%~1"
)
exit /b 0

:keep
set "MAJOR=%MAJOR:"=%"
if %MAJOR% GEQ %NEEDED% set "JAVA_FOUND=%~1"
exit /b 0
