/** Pretrained encoders through DJL: ONNX by ONNX Runtime, TorchScript by PyTorch. */
@org.jspecify.annotations.NullMarked
package org.conceptspaces.pretrained;
