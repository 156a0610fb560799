package org.conceptspaces.pretrained;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import org.conceptspaces.api.InputException;

/**
 * Networks in DJL's engines, on the CPU: what is computed once need not be fast, and the one build
 * of ONNX Runtime that serves everywhere is that for the CPU.
 */
final class Engines {

  private static final String ONNX = "OnnxRuntime";
  private static final String TORCH_SCRIPT = "PyTorch";

  private Engines() {}

  /** Reads a network from a stream. */
  static Model onnx(InputStream in) throws IOException {
    return onnx((model, options) -> model.load(in, options));
  }

  /** Reads a network from a file. */
  static Model onnx(Path file) throws IOException {
    return onnx((model, options) -> model.load(file, null, options));
  }

  /** Reads a network from a file that ends in {@code .pt}. */
  static Model torchScript(Path file) throws IOException {
    String prefix = String.valueOf(file.getFileName()).replaceFirst("\\.pt$", "");
    return load(
        TORCH_SCRIPT,
        Map.of("mapLocation", "true"),
        (model, options) -> model.load(file.toAbsolutePath().getParent(), prefix, options));
  }

  /**
   * Threads that wait for work sleep: where others work too, spinning costs a third of the speed.
   */
  private static Model onnx(Loading loading) throws IOException {
    try (SessionOptions session = new SessionOptions()) {
      session.setIntraOpNumThreads(Runtime.getRuntime().availableProcessors());
      session.addConfigEntry("session.force_spinning_stop", "1");
      return load(ONNX, Map.of("sessionOptions", session), loading);
    } catch (OrtException e) {
      throw new IOException("ONNX Runtime takes no settings: " + Reasons.firstLine(e), e);
    } catch (LinkageError e) {
      throw broken(ONNX, e);
    }
  }

  private interface Loading {
    void of(Model model, Map<String, ?> options) throws IOException, MalformedModelException;
  }

  private static Model load(String engine, Map<String, ?> options, Loading loading)
      throws IOException {
    Model model;
    try {
      model = Model.newInstance("encoder", Device.cpu(), engine);
    } catch (EngineException | LinkageError | IllegalArgumentException e) {
      throw broken(engine, e);
    }
    try {
      loading.of(model, options);
      return model;
    } catch (MalformedModelException | RuntimeException e) {
      model.close();
      throw new IOException("is no network that " + engine + " reads: " + Reasons.firstLine(e), e);
    } catch (IOException e) {
      model.close();
      throw e;
    }
  }

  private static InputException broken(String engine, Throwable why) {
    return new InputException(
        "the engine "
            + engine
            + ", which runs encoders, does not work here: "
            + Reasons.firstLine(why)
            + "; './concepts doctor' tells more, and encoder.tokens: learned does without",
        why);
  }
}
