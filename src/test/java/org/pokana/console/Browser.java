package org.pokana.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/** A headless Chromium as a person would hold it. */
final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path profile;
    private final ChromeDriver driver;

    /** @param more arguments for it besides the usual */
    Browser(String... more) {
        try {
            profile = Files.createTempDirectory("pokana-browser");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var options = new ChromeOptions();
        options.setBinary("/usr/bin/chromium");
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-quic",
                "--hide-scrollbars",
                "--lang=bg",
                "--user-data-dir=" + profile);
        options.addArguments(more);
        var logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(Path.of("/usr/bin/chromedriver").toFile())
                .build();
        driver = new ChromeDriver(service, options);
    }

    void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    void prefers(String colours) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", colours))));
    }

    /** Runs in each page before its own scripts do. */
    void beforeEachPage(String javascript) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", javascript));
    }

    void offline(boolean away) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", away, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    void open(String url) {
        driver.get(url);
        until(any -> script("return document.readyState").equals("complete"));
    }

    /** Where pages cannot run scripts, there is nothing to wait for. */
    void go(String url) {
        driver.get(url);
    }

    /** And back in this one. */
    void inAnotherTab(Runnable done) {
        var here = driver.getWindowHandle();
        driver.switchTo().newWindow(WindowType.TAB);
        done.run();
        driver.close();
        driver.switchTo().window(here);
    }

    void withoutCache() {
        driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
    }

    void reload() {
        driver.navigate().refresh();
    }

    String address() {
        return driver.getCurrentUrl();
    }

    /** As if nobody had ever been here. */
    void forget() {
        driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", "*", "storageTypes", "all"));
        driver.manage().deleteAllCookies();
        script("localStorage.clear()");
        complaints();
    }

    String cookie(String name) {
        return driver.manage().getCookieNamed(name).getValue();
    }

    WebElement find(String css) {
        return until(any -> driver.findElement(By.cssSelector(css)));
    }

    List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** Texts as people see them, in order; those of what is hidden are left out. */
    List<String> texts(String css) {
        return all(css).stream()
                .filter(WebElement::isDisplayed)
                .map(WebElement::getText)
                .toList();
    }

    WebElement focused() {
        return driver.switchTo().activeElement();
    }

    void keys(CharSequence... keys) {
        focused().sendKeys(keys);
    }

    <T> T until(Function<WebDriver, T> happens) {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(org.openqa.selenium.WebDriverException.class)
                .until(happens);
    }

    /** From now on everything happens within this frame. */
    void into(WebElement frame) {
        driver.switchTo().frame(frame);
    }

    void outOfFrames() {
        driver.switchTo().defaultContent();
    }

    Object script(String javascript, Object... arguments) {
        return driver.executeScript(javascript, arguments);
    }

    /** Everything the browser complained about since it was asked last: errors and what the content policy stopped. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** What axe finds wrong, each as its rule and the elements. */
    List<String> barriers() {
        try {
            script(new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(60));
        var found = (List<?>) driver.executeAsyncScript("""
                const done = arguments[arguments.length - 1];
                axe.run({ resultTypes: ['violations'] }).then(result => done(result.violations.map(violation =>
                  violation.id + ': ' + violation.nodes.map(node => node.target + ' ' + node.failureSummary).join('; '))));
                """);
        return found.stream().map(String::valueOf).toList();
    }

    void picture(Path file) {
        try {
            Files.write(file, driver.getScreenshotAs(org.openqa.selenium.OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
