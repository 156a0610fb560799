package org.conceptspaces.cli.report;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A headless Chromium, driven through the DevTools protocol. */
final class Browser implements AutoCloseable {

  private static final Gson GSON = new Gson();

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonObject> answers;
  private int last;

  private Browser(Process process, WebSocket socket, BlockingQueue<JsonObject> answers) {
    this.process = process;
    this.socket = socket;
    this.answers = answers;
  }

  /**
   * A browser of this machine. Where there is none, the test is skipped, unless {@code
   * -Dconcepts.browser=required} says that there must be one.
   */
  private static Path installed() {
    Optional<Path> program =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(
                folder ->
                    List.of("chromium", "chromium-browser", "google-chrome").stream()
                        .map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    if ("required".equals(System.getProperty("concepts.browser"))) {
      assertTrue(program.isPresent(), "no Chromium on the PATH");
    }
    assumeTrue(program.isPresent(), "no Chromium on the PATH");
    return program.orElseThrow();
  }

  static Browser start(Path profile) throws Exception {
    Path program = installed();
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--window-size=1000,1400",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(Redirect.DISCARD)
            .start();
    try {
      HttpClient client = HttpClient.newHttpClient();
      BlockingQueue<JsonObject> answers = new LinkedBlockingQueue<>();
      URI page = page(client, port(process.errorReader()));
      WebSocket socket =
          client
              .newWebSocketBuilder()
              .buildAsync(page, new Listener(answers))
              .get(30, TimeUnit.SECONDS);
      return new Browser(process, socket, answers);
    } catch (Exception | Error e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static int port(BufferedReader err) throws IOException {
    Pattern listening = Pattern.compile("DevTools listening on ws://[^:]+:(\\d+)/");
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      Matcher matcher = listening.matcher(line);
      if (matcher.find()) {
        return Integer.parseInt(matcher.group(1));
      }
    }
    throw new IOException("the browser has ended");
  }

  private static URI page(HttpClient client, int port) throws Exception {
    HttpRequest list =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json/list")).build();
    for (JsonElement target :
        JsonParser.parseString(client.send(list, BodyHandlers.ofString()).body())
            .getAsJsonArray()) {
      if (target.getAsJsonObject().get("type").getAsString().equals("page")) {
        return URI.create(target.getAsJsonObject().get("webSocketDebuggerUrl").getAsString());
      }
    }
    throw new IOException("the browser has no page");
  }

  /** Puts together what comes in parts. */
  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<JsonObject> answers;
    private final StringBuilder text = new StringBuilder();

    Listener(BlockingQueue<JsonObject> answers) {
      this.answers = answers;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean whole) {
      text.append(data);
      if (whole) {
        answers.add(JsonParser.parseString(text.toString()).getAsJsonObject());
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }

  private JsonObject call(String method, Map<String, ?> parameters) throws Exception {
    int id = ++last;
    socket
        .sendText(GSON.toJson(Map.of("id", id, "method", method, "params", parameters)), true)
        .get(30, TimeUnit.SECONDS);
    while (true) {
      JsonObject answer = answers.poll(30, TimeUnit.SECONDS);
      if (answer == null) {
        throw new IOException(method + " was not answered");
      }
      if (answer.has("id") && answer.get("id").getAsInt() == id) {
        return answer.getAsJsonObject("result");
      }
    }
  }

  /** Opens a file; what its scripts throw is kept in {@code window.errors}. */
  void open(Path file) throws Exception {
    call("Page.enable", Map.of());
    call(
        "Page.addScriptToEvaluateOnNewDocument",
        Map.of(
            "source",
            "window.errors = []; window.addEventListener('error', e => errors.push(e.message));"));
    call("Page.navigate", Map.of("url", file.toUri().toString()));
    for (int i = 0;
        i < 300 && !evaluate("document.readyState + !!window.errors").equals("completetrue");
        i++) {
      Thread.sleep(50);
    }
  }

  /** Shows the page as on a screen so wide, or as it is printed. */
  void emulate(int width, boolean printed) throws Exception {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    call("Emulation.setEmulatedMedia", Map.of("media", printed ? "print" : "screen"));
  }

  /** The value of an expression, as text. */
  String evaluate(String expression) throws Exception {
    JsonObject result =
        call("Runtime.evaluate", Map.of("expression", "String(" + expression + ")"));
    return result.getAsJsonObject("result").get("value").getAsString();
  }

  /** Brings an element into view and tells where its middle is. */
  double[] middle(String selector) throws Exception {
    String[] xy =
        evaluate(
                "(() => { const e = document.querySelector('"
                    + selector
                    + "'); e.scrollIntoView({block: 'center'}); const r = e.getBoundingClientRect();"
                    + " return (r.x + r.width / 2) + ' ' + (r.y + r.height / 2); })()")
            .split(" ", -1);
    return new double[] {Double.parseDouble(xy[0]), Double.parseDouble(xy[1])};
  }

  void mouse(String type, double[] at) throws Exception {
    boolean moves = type.equals("mouseMoved");
    call(
        "Input.dispatchMouseEvent",
        Map.of(
            "type",
            type,
            "x",
            at[0],
            "y",
            at[1],
            "button",
            moves ? "none" : "left",
            "clickCount",
            moves ? 0 : 1));
  }

  void click(String selector) throws Exception {
    double[] at = middle(selector);
    mouse("mouseMoved", at);
    mouse("mousePressed", at);
    mouse("mouseReleased", at);
  }

  void drag(double[] from, double[] to) throws Exception {
    mouse("mouseMoved", from);
    mouse("mousePressed", from);
    mouse("mouseMoved", to);
    mouse("mouseReleased", to);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
